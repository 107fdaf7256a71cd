/** A short text to a phone. The console sender is the default; a deployment plugs in its SMS provider. */
export interface Message {
  phone: string;
  /** `sign_in_code`, `case_notice`… : providers want an approved template for each. */
  template: string;
  text: string;
}

export interface Messenger {
  send(message: Message): Promise<void>;
}

export function consoleMessenger(write: (line: string) => void = console.log): Messenger {
  return {
    send: async (message) => write(`[SMS ${message.template}] ${message.phone} ${message.text}`),
  };
}

/** Hands messages to an SMS gateway: one POST of `{phone, template, text}` each; anything but 2xx is tried again. */
export function webhookMessenger(url: string): Messenger {
  return {
    send: async (message) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) throw new Error(`SMS gateway answered ${response.status}`);
    },
  };
}
