type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Call = { at: number; operation: string; method: string; path: string; tenant: string; status: number };

/** The switches below `/__sandbox` that both platforms have. A refusal throws with the sandbox's words. */
export type SandboxControls = {
  ask<T = unknown>(method: Method, path: string, body?: object): Promise<T>;
  /** Every call that the product made so far; control calls are none. */
  callCount(): Promise<number>;
  calls(): Promise<Call[]>;
  setDeliveries(modes: { lose?: boolean; duplicate?: number; reorder?: boolean; delayMs?: number }): Promise<void>;
};

export function createSandboxControls(url: string): SandboxControls {
  async function ask<T>(method: Method, path: string, body?: object): Promise<T> {
    const response = await fetch(`${url}/__sandbox${path}`, { method, body: body && JSON.stringify(body) });
    const answer = (await response.json()) as T & { error?: string };
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer.error ?? ''}`);
    return answer;
  }
  return {
    ask,
    callCount: async () => (await ask<{ totals: { total: number } }>('GET', '/calls')).totals.total,
    calls: async () => (await ask<{ calls: Call[] }>('GET', '/calls')).calls,
    setDeliveries: async (modes) => void (await ask('POST', '/deliveries', modes)),
  };
}
