/** Where two things of the page have room beside each other; the page itself is the container. */
export const WIDE = '@container near-miss-page (min-width: 1000px)';
