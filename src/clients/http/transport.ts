/** One message on the wire. The url carries the query; nothing of it is ever logged. */
export type HttpMessage = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: string;
};

/** Any answer, whatever its status; header names are lower case. */
export type HttpAnswer = { status: number; headers: Record<string, string>; text: string };

/** Why no answer came. Only `unreachable` proves that the platform never saw the message. */
export type TransportFault = 'unreachable' | 'timeout' | 'reset' | 'oversized';

/** Holds the system's code and nothing of the message: axios errors carry urls and tokens. */
export class TransportFailure extends Error {
  readonly fault: TransportFault;

  constructor(fault: TransportFault, systemCode: string) {
    super(`${fault} (${systemCode})`);
    this.name = 'TransportFailure';
    this.fault = fault;
  }
}

/** Sends once; throws only TransportFailure. */
export type Transport = (message: HttpMessage, timeoutMs: number) => Promise<HttpAnswer>;
