import { z } from 'zod'
import { BIRTH_PRECISIONS } from '../people/sex.ts'
import { changedShape } from './answers.ts'
import { idField, lineField, optionalLine, versionField } from './fields.ts'
import { route } from './route.ts'

const teamShape = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.string().nullable(),
  responsibleId: z.string(),
  responsibleName: z.string(),
  members: z.number(),
  version: z.number(),
})
export type Team = z.infer<typeof teamShape>

const memberShape = z.object({
  id: z.string(),
  stayId: z.string(),
  personId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  bedCode: z.string().nullable(),
  fromAt: z.string(),
})

const said = {
  name: lineField(80, 'Tên tổ'),
  purpose: optionalLine(300, 'Căn cứ xếp tổ'),
  responsibleId: idField,
}

export const teamsContract = {
  list: route({ access: 'people.read', kind: 'read', summary: 'Teams with who is responsible for each' })
    .input(z.strictObject({}))
    .output(
      z.object({
        teams: z.array(teamShape),
        /** On the roll and in no team. */
        without: z.number(),
        /** The rule that asks for teams, as it reads today. */
        rule: z.object({ article: z.string(), text: z.string() }),
        /** Who may be made responsible. */
        staff: z.array(z.object({ userId: z.string(), name: z.string() })),
      }),
    ),
  members: route({ access: 'people.read', kind: 'read', summary: 'Who is in a team, by name' })
    .input(z.strictObject({ teamId: idField }))
    .output(z.object({ members: z.array(memberShape) })),
  ofPerson: route({
    access: 'people.read',
    kind: 'read',
    summary: 'The team of a person and who is responsible',
  })
    .input(z.strictObject({ personId: idField }))
    .output(z.object({ team: teamShape.nullable() })),
  add: route({ access: 'teams.edit', kind: 'write', summary: 'Form a team with a responsible staff member' })
    .input(z.strictObject({ id: idField, ...said }))
    .output(z.object({ id: z.string() })),
  change: route({
    access: 'teams.edit',
    kind: 'write',
    summary: 'Rename a team or give it to another staff member',
  })
    .input(z.strictObject({ id: idField, version: versionField, ...said }))
    .output(changedShape),
  close: route({ access: 'teams.edit', kind: 'write', summary: 'Dissolve a team' })
    .input(z.strictObject({ id: idField, version: versionField }))
    .output(z.object({ id: z.string() })),
  put: route({
    access: 'teams.edit',
    kind: 'write',
    summary: 'Put people into a team, out of the one they were in',
  })
    .input(z.strictObject({ teamId: idField, stayIds: z.array(idField).min(1).max(100) }))
    .output(z.object({ moved: z.number() })),
  take: route({ access: 'teams.edit', kind: 'write', summary: 'Take somebody out of the team' })
    .input(z.strictObject({ stayId: idField }))
    .output(z.object({ stayId: z.string() })),
}
