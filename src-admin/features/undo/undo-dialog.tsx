import { CheckboxControl, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { UndoReport } from '../../contract';
import { ActionButton } from '../../ui/action-button';

interface Props {
	report: UndoReport;
	/** Automatic sync is on, and would write the quantities again. */
	scheduled: boolean;
	onAnswer: ( decision: 'undo' | 'pause' | 'leave' ) => void;
}

/** Asks for confirmation, with the numbers of what will happen. */
export function UndoDialog( { report, scheduled, onAnswer }: Props ) {
	const [ pause, setPause ] = useState( scheduled );
	return (
		<Modal
			title={ __( 'Undo this sync?', 'stock-sync-for-keycrm' ) }
			onRequestClose={ () => onAnswer( 'leave' ) }
		>
			{ report.sentences.map( ( sentence ) => (
				<p key={ sentence }>{ sentence }</p>
			) ) }
			{ scheduled && (
				<CheckboxControl
					__nextHasNoMarginBottom
					label={ __(
						'Switch automatic sync off',
						'stock-sync-for-keycrm'
					) }
					help={ report.again }
					checked={ pause }
					onChange={ setPause }
				/>
			) }
			<div className="keycrm-stock-row keycrm-stock-dialog-buttons">
				<ActionButton
					variant="primary"
					onClick={ () => onAnswer( pause ? 'pause' : 'undo' ) }
				>
					{ __( 'Undo this sync', 'stock-sync-for-keycrm' ) }
				</ActionButton>
				<ActionButton onClick={ () => onAnswer( 'leave' ) }>
					{ __( 'Leave it as it is', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			</div>
		</Modal>
	);
}
