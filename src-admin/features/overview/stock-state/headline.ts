import { __ } from '@wordpress/i18n';
import type { Facts, Run } from '../../../contract';
import { isActive } from '../../../run-facts';
import { phaseName } from '../../../words';
import { areFactsOld, type KnownRun } from '../../current-run/use-current-run';

function activity( { mode }: Run ): string {
	switch ( mode ) {
		case 'preview':
			return __(
				'A preview is being made. Nothing in the shop is changed.',
				'stock-sync-for-keycrm'
			);
		case 'undo':
			return __(
				'An earlier sync is being undone.',
				'stock-sync-for-keycrm'
			);
		case 'switch_on':
		case 'repair':
		case 'sync':
			return __(
				'The shop is being synced with KeyCRM.',
				'stock-sync-for-keycrm'
			);
	}
}

/** The server's first line; while a run goes on, and until the facts of its end are here, what it is doing. */
export function headlineOf( current: KnownRun ): Facts[ 'headline' ] {
	const { run, facts } = current;
	if ( null !== run && ( isActive( run ) || areFactsOld( current ) ) ) {
		return { state: 'syncing', tone: 'work', text: activity( run ) };
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
	const doing =
		'waiting' === run.status
			? __( 'Waiting for KeyCRM', 'stock-sync-for-keycrm' )
			: phaseName( run );
	return [ doing, doing ];
}
