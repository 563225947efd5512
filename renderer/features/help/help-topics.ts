import { ADMINISTRATION_TOPICS } from './administration-topics.ts'
import { DAY_TOPICS } from './day-topics.ts'
import type { HelpTopic } from './help-topic.ts'
import { HOUSE_TOPICS } from './house-topics.ts'

export const HELP_TOPICS: readonly HelpTopic[] = [...DAY_TOPICS, ...HOUSE_TOPICS, ...ADMINISTRATION_TOPICS]

/** Keys that work on every screen. */
export const COMMON_KEYS: readonly { keys: string; does: string }[] = [
  { keys: 'Ctrl K', does: 'tìm người, việc, lệnh' },
  { keys: 'Enter', does: 'sang ô kế tiếp trong biểu' },
  { keys: 'Ctrl Enter', does: 'lưu biểu' },
  { keys: 'Esc', does: 'đóng; hỏi lại nếu có gì sẽ mất' },
  { keys: 'Esc Esc', does: 'khóa màn hình' },
]

/** The topic of a screen's address; the longest that fits. */
export function topicFor(path: string): HelpTopic | undefined {
  return HELP_TOPICS.filter(
    (topic) => path === topic.path || (topic.path !== '/' && path.startsWith(`${topic.path}/`)),
  ).toSorted((a, b) => b.path.length - a.path.length)[0]
}
