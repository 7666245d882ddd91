import { __ } from '@wordpress/i18n';
import type { Facts } from '../../contract';
import { isActive } from '../current-run/run-facts';
import { areFactsOld, type KnownRun } from '../current-run/use-current-run';

/** The server's first line; while a run goes on, and until the facts of its end are here, what it is doing. */
export function headlineOf( current: KnownRun ): Facts[ 'headline' ] {
	const { run, facts } = current;
	if ( null !== run && ( isActive( run ) || areFactsOld( current ) ) ) {
		return { state: 'syncing', tone: 'work', text: run.activity };
	}
	return facts.headline;
}

/** What a screen reader is told, and what that is about: "2 minutes ago" becoming 3 is no news. */
export function announcementOf( current: KnownRun ): [ string, string ] {
	const { run } = current;
	if ( null === run || ! isActive( run ) ) {
		const { state, text } = current.facts.headline;
		// Between the end of a run and its facts there is nothing to tell.
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
