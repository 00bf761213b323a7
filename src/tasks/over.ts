/** What holds of a task that is over. */
export function over(state: 'closed' | 'cancelled', now: Date) {
  return { state, closed_at: now.toISOString(), remind_at: null, asked_due: null }
}
