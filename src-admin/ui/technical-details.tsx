import { __ } from '@wordpress/i18n';

interface Props {
	/** Of an error; null where nothing went wrong. */
	error: { code: string; details: string } | null;
}

/** For whoever is asked for help. */
export function TechnicalDetails( { error }: Props ) {
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
