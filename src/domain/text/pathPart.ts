/** A text as one part of an address' path. Half characters, which no address can hold, become U+FFFD. */
export function pathPart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}
