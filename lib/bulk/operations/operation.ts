import { z } from 'zod';
import type { ChangeField } from '../changes';
import type { PlanItem } from '../plan';
import { planClosure } from './closure';
import { closureSchema } from './closure-schema';
import { closureStepCount } from './closure-steps';
import { planHandover } from './handover';
import { handoverSchema } from './handover-schema';
import type { OperationInput } from './operation-input';
import { planOverdue } from './overdue';
import { overdueSchema } from './overdue-schema';

/** A named way to make a plan, with everything a person decided; it is stored with the plan, so that it can be made anew. */
export const operationSchema = z.union([handoverSchema, closureSchema, overdueSchema]);
export type Operation = z.infer<typeof operationSchema>;

/** The plan of an operation: pure, one row per issue or side step. */
export function planOperation(operation: Operation, input: OperationInput): PlanItem[] {
  switch (operation.kind) {
    case 'handover':
      return planHandover(operation, input);
    case 'closure':
      return planClosure(operation, input);
    case 'overdue':
      return planOverdue(operation, input);
  }
}

/** What an operation may write: reference data is read as far as these need it. */
export function operationFields(operation: Operation): ChangeField[] {
  switch (operation.kind) {
    case 'handover':
      return ['assignee', 'dueDate', 'status', 'comment', 'notify'];
    case 'closure':
      return ['milestone', 'status', 'resolution', 'assignee', 'dueDate', 'comment'];
    case 'overdue':
      return ['status', 'category', 'priority', 'dueDate', 'comment'];
  }
}

/** Issues that an operation speaks of by itself, whether its selection has them or not. */
export function operationIssueIds(operation: Operation): number[] {
  const comment = operation.kind === 'closure' ? operation.report.comment : null;
  return comment === null ? [] : [comment.issueId];
}

/** How many rows an operation has of its own, whatever its selection is: its side steps and issues. */
export function ownRowCount(operation: Operation): number {
  const steps = operation.kind === 'closure' ? closureStepCount(operation) : 0;
  return steps + operationIssueIds(operation).length;
}
