import { Icon } from './icon';
import { TechnicalDetails } from './technical-details';

interface Props {
	result: {
		ok: boolean;
		code: string;
		message: string;
		/** What to do; may be empty. */
		hint: string;
		details: string;
	};
}

/** What was found, and what to do. */
export const trialSentence = ( { message, hint }: Props[ 'result' ] ): string =>
	[ message, hint ].filter( Boolean ).join( ' ' );

/** The result of something that was tried. */
export const TrialResult = ( { result }: Props ) => (
	<div className={ `keycrm-stock-result is-${ result.ok ? 'good' : 'bad' }` }>
		<p>
			<Icon name={ result.ok ? 'yes-alt' : 'dismiss' } />{ ' ' }
			{ trialSentence( result ) }
		</p>
		{ '' !== result.details && <TechnicalDetails error={ result } /> }
	</div>
);
