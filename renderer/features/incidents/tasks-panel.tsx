import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { isOpenState } from '#domain/incidents/incident-states.ts'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { NewTask } from './change-task.tsx'
import { TaskLine } from './task-line.tsx'
import classes from './incidents.module.css'

/** What is to be done because of the incident: by the form, and as those who run it set. */
export function TasksPanel({ incident }: { incident: IncidentDetail }) {
  const [isAdding, setIsAdding] = useState(false)
  const runs = incident.may.run && isOpenState(incident.state)
  return (
    <Panel
      title="Việc phải làm"
      aside={
        runs && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            Giao việc
          </Button>
        )
      }
    >
      {incident.tasks.length === 0 ? (
        <EmptyState title="Chưa có việc nào" />
      ) : (
        <ul className={classes.lines}>
          {incident.tasks.map((task) => (
            <TaskLine key={task.id} task={task} runs={runs} />
          ))}
        </ul>
      )}
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Giao việc" size={640}>
        {isAdding && <NewTask incident={incident} onDone={() => setIsAdding(false)} />}
      </Dialog>
    </Panel>
  )
}
