/** So many requests at a time: one server answers them without a queue of its own. */
const AT_ONCE = 8;

/** Does the work for each item, a few at a time. Goes on after a failure as far as it can, then rejects with the first one. */
export async function severalAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const lane = async () => {
    for (const item of waiting) {
      await work(item);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  const failure = ended.find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') {
    throw failure.reason;
  }
}
