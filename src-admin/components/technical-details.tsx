import { __ } from '@wordpress/i18n';
import type { Run } from '../contract';

export function TechnicalDetails( { error }: Pick< Run, 'error' > ) {
	if ( null === error ) {
		return null;
	}
	return (
		<details className="keycrm-stock-details">
			<summary>
				{ __( 'Technical details', 'stock-sync-for-keycrm' ) }
			</summary>
			<pre>
				{ [ error.code, error.details ].filter( Boolean ).join( '\n' ) }
			</pre>
		</details>
	);
}
