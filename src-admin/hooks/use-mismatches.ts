import { fetchMismatches, fetchMismatchGroups } from '../api-out-of-step';
import type { MismatchGroup, MismatchGroups, MismatchList } from '../contract';
import { useAnswer, type AnswerState } from './use-answer';

/** How many there are of each kind; asked again whenever `revision` changes. */
export const useMismatchGroups = (
	revision: string
): AnswerState< MismatchGroups > => useAnswer( fetchMismatchGroups, revision );

/** One page of a group; asked again whenever `revision` changes. */
export const useMismatches = (
	query: { group: MismatchGroup; page: number; per_page: number },
	revision: string
): AnswerState< MismatchList > =>
	useAnswer(
		() => fetchMismatches( query ),
		`${ JSON.stringify( query ) } ${ revision }`
	);
