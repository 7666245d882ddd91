import type { Change } from '../../contract';
import { sumSentence, sumLines } from './sum-sentence';

type Props = Pick< Change, 'reason' | 'parts' >;

/** Why a product has its number, or was left: in one line, with every term in the fold. */
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
