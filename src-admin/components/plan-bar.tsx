import { __, _n, sprintf } from '@wordpress/i18n';
import type { Run } from '../contract';
import type { CurrentRunState } from '../hooks/use-current-run';
import { formatNumber } from '../format';
import { isPreviewMade } from '../run-facts';
import { guardSentences } from '../words';
import { ActionButton } from './action-button';
import { ErrorNotice } from './error-notice';

interface Props {
	/** A preview, or a run that the guard has stopped: its list is a plan. */
	run: Run;
	/** No run has been started since. */
	newest: boolean;
	runs: CurrentRunState;
}

function freshness( run: Run, newest: boolean ): string {
	if ( ! newest ) {
		return __(
			'There has been another check since, so this list is only to look back at. For the numbers of now, make a new preview.',
			'stock-sync-for-keycrm'
		);
	}
	return run.fresh
		? __(
				'Nothing has been changed yet. What you see is what will be written, less what is sold in the meantime.',
				'stock-sync-for-keycrm'
		  )
		: __(
				'Nothing has been changed yet. These numbers are older than 15 minutes, so KeyCRM is read again first; if more would be lost than you see here, you are asked once more.',
				'stock-sync-for-keycrm'
		  );
}

function applyName( { counts: { updated } }: Run ): string {
	return sprintf(
		/* translators: %s: how many products. */
		_n(
			'Apply to %s product',
			'Apply to %s products',
			updated,
			'stock-sync-for-keycrm'
		),
		formatNumber( updated )
	);
}

/** Above a list of what would change: how fresh it is, and what can be done with it. */
export function PlanBar( { run, newest, runs }: Props ) {
	const preview = isPreviewMade( run );
	const idle = null === runs.acting;
	return (
		<div className="keycrm-stock-plan">
			{ ( run.guard ? guardSentences( run.guard ) : [] ).map(
				( said ) => (
					<p key={ said } className="keycrm-stock-result is-bad">
						{ said }
					</p>
				)
			) }
			<p>{ freshness( run, newest ) }</p>
			<div className="keycrm-stock-row">
				{ newest && preview && run.counts.updated > 0 && (
					<ActionButton
						variant="primary"
						busy={ 'apply' === runs.acting }
						disabled={ ! idle }
						onClick={ () => void runs.apply( run ) }
					>
						{ applyName( run ) }
					</ActionButton>
				) }
				{ newest && ! preview && (
					<>
						<ActionButton
							variant="primary"
							busy={ 'confirm' === runs.acting }
							disabled={ ! idle }
							onClick={ () => void runs.confirm( run ) }
						>
							{ __(
								'It is right, go on',
								'stock-sync-for-keycrm'
							) }
						</ActionButton>
						<ActionButton
							busy={ 'cancel' === runs.acting }
							disabled={ ! idle }
							onClick={ () => void runs.cancel( run ) }
						>
							{ __( 'Discard', 'stock-sync-for-keycrm' ) }
						</ActionButton>
					</>
				) }
				{ preview && (
					<ActionButton
						busy={ 'start' === runs.acting }
						disabled={ ! idle }
						onClick={ () => void runs.start( 'preview' ) }
					>
						{ __( 'Make a new preview', 'stock-sync-for-keycrm' ) }
					</ActionButton>
				) }
			</div>
			<ErrorNotice error={ runs.refusal } />
		</div>
	);
}
