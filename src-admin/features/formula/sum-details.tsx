import type { Change } from '../../contract';
import { sumSentence, sumLines } from './sum-sentence';

type Props = Pick< Change, 'reason' | 'parts' >;

/** Why a product has its quantity or was skipped: one sentence, which unfolds into all terms. */
export function SumDetails( { reason, parts }: Props ) {
	if ( reason || null === parts ) {
		return <>{ reason || '—' }</>;
	}
	return (
		<details className="keycrm-stock-sum">
			<summary>{ sumSentence( parts ) }</summary>
			<ul>
				{ sumLines( parts ).map( ( line ) => (
					<li key={ line }>{ line }</li>
				) ) }
			</ul>
		</details>
	);
}
