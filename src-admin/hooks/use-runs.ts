import { fetchRuns } from '../api';
import type { RunList } from '../contract';
import { useAnswer, type AnswerState } from './use-answer';

/** The newest runs; asked for again whenever `revision` changes. */
export const useRuns = (
	per_page: number,
	revision: string
): AnswerState< RunList > =>
	useAnswer( () => fetchRuns( 1, per_page ), `${ per_page } ${ revision }` );
