import { __, sprintf } from '@wordpress/i18n';
import type { Run } from '../../contract';
import type { RunActions } from './use-run-actions';
import { formatDuration, formatNumber } from '../../lib/format';
import { useAnnouncement } from '../../lib/use-announcement';
import { useNow } from '../../lib/use-now';
import { focusTarget } from '../../lib/use-lost-focus';
import { useSlow } from '../../lib/use-slow';
import { ActionButton } from '../../ui/action-button';
import { Icon } from '../../ui/icon';

/** Phases whose steps send requests to KeyCRM. */
const KEYCRM_PHASES: readonly Run[ 'phase' ][] = [
	'orders',
	'read',
	'gone',
	'recheck',
];

interface Props {
	run: Run;
	aheadMs: number;
	/** When the current step was requested; null between steps. */
	stepSince: number | null;
	runActions: RunActions;
}

/** A step takes longer only if KeyCRM does not answer. */
const SLOW_MS = 6_000;

function doneOfTotal( { done, total, unit }: Run[ 'progress' ] ): string {
	return 'requests' === unit
		? sprintf(
				/* translators: 1: requests done, 2: requests in all. */
				__( '%1$s of %2$s requests', 'stock-sync-for-keycrm' ),
				formatNumber( done ),
				formatNumber( total )
		  )
		: sprintf(
				/* translators: 1: products done, 2: products in all. */
				__( '%1$s of %2$s products', 'stock-sync-for-keycrm' ),
				formatNumber( done ),
				formatNumber( total )
		  );
}

function waitSentence( run: Run, nowMs: number ): string {
	const seconds = run.waits_until
		? Math.ceil( ( Date.parse( run.waits_until ) - nowMs ) / 1000 )
		: 0;
	const continuation =
		seconds > 0
			? sprintf(
					/* translators: %s: a duration, e.g. "24 seconds". */
					__( 'Going on in %s.', 'stock-sync-for-keycrm' ),
					formatDuration( seconds )
			  )
			: __( 'Going on now.', 'stock-sync-for-keycrm' );
	return `${ run.words.wait } ${ continuation }`;
}

/** Progress and remaining time of the active run, with a button to cancel it. */
export function RunProgress( { run, aheadMs, stepSince, runActions }: Props ) {
	const nowMs = useNow( aheadMs, 1_000 );
	const slow = useSlow( stepSince, SLOW_MS );
	const { progress } = run;
	const name = run.phase_name;
	const stillWaiting = __(
		'KeyCRM has not answered yet. Waiting up to half a minute, then trying again.',
		'stock-sync-for-keycrm'
	);
	const waitsForKeyCrm = KEYCRM_PHASES.includes( run.phase );
	useAnnouncement( slow && waitsForKeyCrm ? stillWaiting : '' );

	return (
		<div className="keycrm-stock-progress">
			<div className="keycrm-stock-row">
				<h3
					className="keycrm-stock-doing"
					{ ...focusTarget( 'progress' ) }
				>
					{ name }
				</h3>
				<progress
					aria-label={ name }
					{ ...( progress.total > 0 && {
						value: Math.min( progress.done, progress.total ),
						max: progress.total,
					} ) }
				/>
				{ progress.total > 0 && (
					<span>{ doneOfTotal( progress ) }</span>
				) }
				{ progress.seconds_left > 0 && (
					<span>
						{ sprintf(
							/* translators: %s: a duration, e.g. "13 seconds". */
							__( 'about %s left', 'stock-sync-for-keycrm' ),
							formatDuration( progress.seconds_left )
						) }
					</span>
				) }
				<ActionButton
					busy={ 'cancel' === runActions.pending }
					onClick={ () => void runActions.cancel( run ) }
				>
					{ __( 'Cancel', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			</div>
			{ 'waiting' === run.status && (
				<p className="keycrm-stock-waiting">
					<Icon name="clock" /> { waitSentence( run, nowMs ) }
				</p>
			) }
			{ slow && waitsForKeyCrm && (
				<p className="keycrm-stock-waiting">
					<Icon name="clock" /> { stillWaiting }
				</p>
			) }
			{ run.words.saving && (
				<p className="keycrm-stock-quiet">{ run.words.saving }</p>
			) }
			<p className="keycrm-stock-quiet">
				{ __(
					'You can close this page; the work goes on.',
					'stock-sync-for-keycrm'
				) }
			</p>
		</div>
	);
}
