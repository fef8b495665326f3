/** What a control call may not do. 404: no such thing; 409: the state of things forbids it. */
export class ControlRefusal extends Error {
  readonly status: 400 | 404 | 409;

  constructor(status: 400 | 404 | 409, message: string) {
    super(message);
    this.status = status;
  }
}
