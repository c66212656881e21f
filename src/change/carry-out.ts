import type { Database } from '../db/database.ts';
import { lastChange } from '../db/history.ts';
import { inFileOrder, type Problem, problem } from '../domain/problem.ts';
import { recordChange } from './record.ts';
import { type ChangeRequest, type ChangeResult, type Outcome, StartAgain } from './request.ts';
import { planOf, whatMoved } from './saved-plan.ts';
import { Sink } from './sink.ts';
import { checkThresholds } from './thresholds.ts';

/** What the one door needs from outside. */
export interface Door {
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  /** asks a person; null where nobody can be asked */
  readonly approve: ((result: ChangeResult) => Promise<boolean>) | null;
  /** told when a part of the work begins that may take long and that the operation knows nothing of */
  readonly entering?: (phase: 'checking' | 'saving') => void;
}

const SHOWN_CHANGES = 100;

/** Carries a finished attempt out of the transaction, which it rolls back. */
class RolledBack extends Error {
  readonly result: ChangeResult;
  constructor(result: ChangeResult) {
    super('rolled back');
    this.result = result;
  }
}

/**
 * The one door for writes: runs the operation inside one transaction and then decides whether it stays.
 * A dry run is the real run up to that last step. Nothing is open while a person thinks: after an approval the
 * operation runs again and stays only if its digest is the same.
 * @throws OperatorError when the operation itself throws one, or the database cannot be used
 */
export async function carryOut(
  database: Database,
  request: ChangeRequest,
  door: Door,
): Promise<ChangeResult> {
  const first = await attempt(database, request, door, {
    approved: request.approved || request.plan !== null,
    digest: null,
  });
  const onlyApprovalMissing = first.outcome === 'needs-approval' && first.problems.every(isApprovalOrWarning);
  if (!onlyApprovalMissing || door.approve === null || !(await door.approve(first))) return first;
  door.signal.throwIfAborted();
  return attempt(database, request, door, { approved: true, digest: first.digest });
}

interface Consent {
  readonly approved: boolean;
  /** what the person saw; null = not asked */
  readonly digest: string | null;
}

/** Again from the start, in a transaction of its own, as often as the operation asks for it. */
async function attempt(
  database: Database,
  request: ChangeRequest,
  door: Door,
  consent: Consent,
): Promise<ChangeResult> {
  for (;;) {
    try {
      return await attemptOnce(database, request, door, consent);
    } catch (error) {
      if (!(error instanceof StartAgain)) throw error;
    }
  }
}

async function attemptOnce(
  database: Database,
  request: ChangeRequest,
  door: Door,
  consent: Consent,
): Promise<ChangeResult> {
  const turn = { waitMs: request.waitMs, signal: door.signal, command: request.command };
  try {
    return await database.write(turn, async (tx, leaves) => {
      const prepared = (await request.prepare?.(tx)) ?? false;
      const before = await lastChange(tx, database.dialect);
      const sink = new Sink(tx, database.dialect, {
        change: before.id + 1,
        skipInvalid: request.skipInvalid,
        keep: request.allChanges ? Number.POSITIVE_INFINITY : SHOWN_CHANGES,
        keepRows: request.keepPlan || request.plan !== null,
        signal: door.signal,
      });
      const scope = await request.operation(tx, sink);
      await sink.flush();
      const result = decide(sink, request, consent, prepared);
      // What is rejected was not written to its end, so that much may still dangle in it.
      if (result.outcome !== 'rejected') {
        door.entering?.('checking');
        await database.dialect.checkReferences(tx);
      }
      if (result.change === null) throw new RolledBack(result);
      door.entering?.('saving');
      leaves(
        await recordChange(
          tx,
          database.dialect,
          before,
          { request, scope, result, orgs: sink.orgs },
          door.clock(),
        ),
      );
      door.signal.throwIfAborted();
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result;
    throw database.dialect.explain(error) ?? error;
  }
}

/** The order matters: what is wrong comes before what is too much, and that before what must be asked. */
function decide(sink: Sink, request: ChangeRequest, consent: Consent, prepared: boolean): ChangeResult {
  const approvals = [...sink.approvals].map(([reason, count]) => ({ reason, count }));
  const end = (outcome: Outcome, ...more: readonly Problem[]): ChangeResult => ({
    outcome,
    change: outcome === 'applied' || outcome === 'partly-applied' ? sink.change : null,
    summary: sink.summary,
    changes: sink.changes,
    problems: [...inFileOrder(sink.problems), ...more],
    repairs: sink.repairs,
    approvals,
    territory: sink.territory,
    order: sink.order,
    digest: sink.digest,
    plan: sink.rows ? planOf(request.command, sink.digest, sink.summary, sink.rows) : null,
  });
  const broken = sink.problems.some(p => p.severity === 'error');
  if (broken && (!request.skipInvalid || sink.beyondRows)) return end('rejected');
  const expected = request.plan?.digest ?? consent.digest;
  if (expected !== null && expected !== sink.digest)
    return end('needs-approval', whatMoved(request.plan, sink));
  const tooMuch = checkThresholds(sink.weights, request.allowed);
  if (tooMuch.length > 0) return end('needs-approval', ...tooMuch);
  // With no good row there is nothing that could be so already.
  const nothingGood = broken && sink.summary.unchanged === 0;
  if (sink.touched === 0 && !prepared) return end(nothingGood ? 'rejected' : 'unchanged');
  if (request.dryRun) return end('planned');
  if (approvals.length > 0 && !consent.approved)
    return end('needs-approval', problem('approval-needed', { reasons: approvals }));
  return end(broken ? 'partly-applied' : 'applied');
}

function isApprovalOrWarning(p: Problem): boolean {
  return p.severity === 'warning' || p.code === 'approval-needed';
}
