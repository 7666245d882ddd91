import { fetchRuns } from '../api';
import type { RunList } from '../contract';
import { useAnswer, type AnswerState } from './use-answer';

/** A page of the history, newest first; asked for again whenever `revision` changes. */
export const useRuns = (
	page: number,
	per_page: number,
	revision: string
): AnswerState< RunList > =>
	useAnswer(
		() => fetchRuns( page, per_page ),
		`${ page } ${ per_page } ${ revision }`
	);
