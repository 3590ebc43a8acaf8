import { type PlanInput, type PlanSettings, plan } from '../src/plan.ts'
import type { Plan, PlannedStep } from '../src/planned.ts'
import type { ProcedureId } from '../src/procedures.ts'

/** The plan; a refusal fails the test that did not expect it. */
export const planned = <P extends ProcedureId>(input: PlanInput<P>, settings?: PlanSettings): Plan => {
  const made = plan(input, settings)
  if ('refusal' in made) throw new Error(JSON.stringify(made))
  return made
}

export const stepOf = (made: Plan, id: string): PlannedStep => made.steps.find((step) => step.id === id)!
