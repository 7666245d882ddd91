import { __, _n, sprintf } from '@wordpress/i18n';
import type { Run } from '../contract';
import { formatDuration, formatNumber } from '../format';
import { useNow } from '../hooks/use-now';
import { phaseName } from '../words';
import { ActionButton } from './action-button';

interface Props {
	run: Run;
	ahead_ms: number;
	cancelling: boolean;
	onCancel: () => void;
}

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

function waitReason( waits_for: Run[ 'waits_for' ] ): string {
	switch ( waits_for ) {
		case 'limit':
			return __(
				'KeyCRM asks us to slow down (60 requests a minute for everything that uses your key).',
				'stock-sync-for-keycrm'
			);
		case 'database':
			return __(
				'The shop’s own database was busy or did not answer, so the step is tried again after a pause.',
				'stock-sync-for-keycrm'
			);
		default:
			return __(
				'KeyCRM did not answer as it should, so we try again after a pause.',
				'stock-sync-for-keycrm'
			);
	}
}

function waitingFor( run: Run, now_ms: number ): string {
	const seconds = run.waits_until
		? Math.ceil( ( Date.parse( run.waits_until ) - now_ms ) / 1000 )
		: 0;
	const goes_on =
		seconds > 0
			? sprintf(
					/* translators: %s: a duration, e.g. "24 seconds". */
					__( 'Going on in %s.', 'stock-sync-for-keycrm' ),
					formatDuration( seconds )
			  )
			: __( 'Going on now.', 'stock-sync-for-keycrm' );
	return `${ waitReason( run.waits_for ) } ${ goes_on }`;
}

/** Only while requests are what the run spends its time on, and only where some are saved. */
function savedRequests( { phase, read_plan }: Run ): string | null {
	if (
		'read' !== phase ||
		null === read_plan ||
		read_plan.requests >= read_plan.instead_of
	) {
		return null;
	}
	return sprintf(
		/* translators: 1: a number of requests, 2: a larger one. */
		_n(
			'%1$s request instead of %2$s: KeyCRM is asked only for what your shop sells.',
			'%1$s requests instead of %2$s: KeyCRM is asked only for what your shop sells.',
			read_plan.requests,
			'stock-sync-for-keycrm'
		),
		formatNumber( read_plan.requests ),
		formatNumber( read_plan.instead_of )
	);
}

/** How far the run is, how long it will take, and that it can be left alone. */
export function RunProgress( { run, ahead_ms, cancelling, onCancel }: Props ) {
	const now_ms = useNow( ahead_ms, 1_000 );
	const { progress } = run;
	const name = phaseName( run );
	const saved = savedRequests( run );

	return (
		<div className="keycrm-stock-progress">
			<div className="keycrm-stock-row">
				<strong>{ name }</strong>
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
				<ActionButton busy={ cancelling } onClick={ onCancel }>
					{ __( 'Cancel', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			</div>
			{ 'waiting' === run.status && (
				<p className="keycrm-stock-waiting">
					<span
						className="dashicons dashicons-clock"
						aria-hidden="true"
					/>{ ' ' }
					{ waitingFor( run, now_ms ) }
				</p>
			) }
			{ saved && <p className="keycrm-stock-quiet">{ saved }</p> }
			<p className="keycrm-stock-quiet">
				{ __(
					'You can close this page; the work goes on.',
					'stock-sync-for-keycrm'
				) }
			</p>
		</div>
	);
}
