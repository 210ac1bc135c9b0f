/** One for each question that a meeting type may ask. */
export const ANSWER_FIELDS = ['answer1', 'answer2', 'answer3', 'answer4', 'answer5', 'answer6'] as const
