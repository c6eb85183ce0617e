/** What is made of a key, made when it is first asked for and kept as long as the key lives. */
export function once<Key extends WeakKey, Value extends object>(known: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  let value = known.get(key);
  if (!value) {
    value = make();
    known.set(key, value);
  }
  return value;
}
