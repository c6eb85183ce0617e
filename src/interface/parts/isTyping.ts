/** Whether letters go into what has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && (target.type === 'text' || target.type === 'search');
}
