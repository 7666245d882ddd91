import { __ } from '@wordpress/i18n';

interface Props {
	/** Null: nothing is shown. */
	error: { code: string; details: string } | null;
}

/** Error code and details, folded, for support. */
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
