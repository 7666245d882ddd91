import { fetchUndo } from '../api';
import type { UndoReport } from '../contract';
import { useAnswer, type AnswerState } from './use-answer';

/** What taking the run back would do; asked for again whenever `revision` changes. */
export const useUndoReport = (
	run_id: number,
	revision: string
): AnswerState< UndoReport > =>
	useAnswer( () => fetchUndo( run_id ), `${ run_id } ${ revision }` );
