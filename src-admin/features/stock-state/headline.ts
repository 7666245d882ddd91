import { __ } from '@wordpress/i18n';
import type { Facts } from '../../contract';
import { isActive } from '../current-run/run-facts';
import { areFactsOld, type KnownRun } from '../current-run/use-current-run';

/** The server's headline. While a run is active, and until its facts are fetched, the run's activity. */
export function headlineOf( current: KnownRun ): Facts[ 'headline' ] {
	const { run, facts } = current;
	if ( null !== run && ( isActive( run ) || areFactsOld( current ) ) ) {
		return { state: 'syncing', tone: 'work', text: run.activity };
	}
	return facts.headline;
}

/** The announcement, and its subject: a new text on the same subject ("3 minutes ago") is not announced. */
export function announcementOf( current: KnownRun ): [ string, string ] {
	const { run } = current;
	if ( null === run || ! isActive( run ) ) {
		const { state, text } = current.facts.headline;
		// The run has ended and its facts are not fetched yet.
		return areFactsOld( current )
			? [ '', '' ]
			: [ text, `${ run?.id } ${ state }` ];
	}
	const activity =
		'waiting' === run.status
			? __( 'Waiting for KeyCRM', 'stock-sync-for-keycrm' )
			: run.phase_name;
	return [ activity, activity ];
}
