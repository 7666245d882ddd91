import { useAnnouncement } from '../hooks/use-announcement';
import type { Connection } from '../contract';
import { Icon } from './icon';

/** What KeyCRM said to the key. */
export function ConnectionResult( { result }: { result: Connection | null } ) {
	const sentence = result
		? [ result.message, result.hint ].filter( Boolean ).join( ' ' )
		: '';
	useAnnouncement( sentence );

	if ( null === result ) {
		return null;
	}
	return (
		<p
			className={ `keycrm-stock-result is-${
				result.ok ? 'good' : 'bad'
			}` }
		>
			<Icon name={ result.ok ? 'yes-alt' : 'dismiss' } /> { sentence }
		</p>
	);
}
