export function Margin() {
  return null;
}
