import { __ } from '@wordpress/i18n';
import type { Run } from '../../contract';
import type { RunActions } from '../current-run/use-run-actions';
import { isPreviewMade } from '../current-run/run-facts';
import { ActionButton } from '../../ui/action-button';

interface Props {
	/** A preview, or a run that the guard stopped. */
	run: Run;
	/** It is the newest run. */
	newest: boolean;
	runActions: RunActions;
}

function planSentence( run: Run, newest: boolean ): string {
	if ( isPreviewMade( run ) && ! newest ) {
		return __(
			'There has been another sync since, so this list is only to look back at. For the quantities of now, make a new preview.',
			'stock-sync-for-keycrm'
		);
	}
	return (
		run.words.age ||
		__(
			'What you see is what will be written, less what is sold in the meantime.',
			'stock-sync-for-keycrm'
		)
	);
}

/** Above a list of planned changes: how old it is, and buttons to apply or discard it. */
export function PlanBar( { run, newest, runActions }: Props ) {
	const preview = isPreviewMade( run );
	const { pending } = runActions;
	const idle = null === pending;
	const canApply =
		newest && preview && ! run.settings_changed && run.counts.updated > 0;
	return (
		<div className="keycrm-stock-plan">
			{ ( run.guard?.sentences ?? [] ).map( ( sentence ) => (
				<p
					key={ sentence }
					className={ `keycrm-stock-result ${
						run.guard?.reasons.length ? 'is-bad' : ''
					}` }
				>
					{ sentence }
				</p>
			) ) }
			<p>
				{ __(
					'Nothing has been changed yet.',
					'stock-sync-for-keycrm'
				) }{ ' ' }
				{ planSentence( run, newest ) }
			</p>
			<div className="keycrm-stock-row">
				{ canApply && (
					<ActionButton
						variant="primary"
						busy={ 'apply' === pending }
						disabled={ ! idle }
						onClick={ () => void runActions.apply( run ) }
					>
						{ run.words.apply }
					</ActionButton>
				) }
				{ ! preview && (
					<>
						<ActionButton
							busy={ 'cancel' === pending }
							disabled={ ! idle }
							onClick={ () => void runActions.cancel( run ) }
						>
							{ run.words.discard }
						</ActionButton>
						<ActionButton
							destructive
							busy={ 'confirm' === pending }
							disabled={ ! idle }
							onClick={ () => void runActions.confirm( run ) }
						>
							{ run.words.confirm }
						</ActionButton>
					</>
				) }
				{ preview && (
					<ActionButton
						variant={ canApply ? 'secondary' : 'primary' }
						busy={ 'preview' === pending }
						disabled={ ! idle }
						onClick={ () => void runActions.start( 'preview' ) }
					>
						{ __( 'Make a new preview', 'stock-sync-for-keycrm' ) }
					</ActionButton>
				) }
			</div>
		</div>
	);
}
