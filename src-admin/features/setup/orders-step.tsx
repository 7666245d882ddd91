import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useUnsaved } from '../../app/router/unsaved';
import type { OrdersState, Settings } from '../../contract';
import { useSettingsForm } from '../settings-form/use-settings-form';
import { ActionButton } from '../../ui/action-button';
import { ErrorNotice } from '../../ui/error-notice';
import { ExplainedChoice } from '../../ui/explained-choice';
import { Icon } from '../../ui/icon';
import { OpenOrderFields } from '../settings-form/open-order-fields';

interface Props {
	settings: Settings;
	orders: OrdersState;
	/** This step was passed before the page was opened. */
	skippedBefore: boolean;
	onDone: () => void;
}

/** The saved answer, or what the missing answer costs. */
function Answer( { settings, orders }: Pick< Props, 'settings' | 'orders' > ) {
	const { mode } = settings.hold_orders;
	if ( 'none' !== orders.question ) {
		return (
			<p className="keycrm-stock-result is-warn">
				<Icon name="warning" /> { orders.question_text }
			</p>
		);
	}
	const answer =
		'auto' === mode
			? __(
					'Orders of this shop were found in KeyCRM',
					'stock-sync-for-keycrm'
			  )
			: settings.order_answers.find( ( { value } ) => value === mode )
					?.label;
	return (
		<p className="keycrm-stock-result is-good">
			<strong>{ answer }</strong>. { orders.subtracted_text }
		</p>
	);
}

/**
 * Step 3: how the shop's orders get into KeyCRM. It may be skipped; the default subtracts every recent order. If
 * several sources of KeyCRM fit, that question is asked even after a skip.
 */
export function OrdersStep( {
	settings,
	orders,
	skippedBefore,
	onDone,
}: Props ) {
	const form = useSettingsForm( settings );
	const formElement = useRef< HTMLFormElement >( null );
	const [ changing, setChanging ] = useState( false );
	const [ skippedQuestion, setSkippedQuestion ] = useState<
		OrdersState[ 'question' ]
	>( skippedBefore ? 'how' : 'none' );
	useUnsaved( form.dirty );

	const { question } = orders;
	const isFolded =
		! changing &&
		! form.dirty &&
		( 'none' === question || skippedQuestion === question );
	const hold = form.draft.hold_orders;

	// The button that opened the form is removed, so the focus moves to the form.
	useEffect( () => {
		if ( changing ) {
			const element = formElement.current;
			(
				element?.querySelector< HTMLElement >( 'input:checked' ) ??
				element?.querySelector< HTMLElement >( 'input' )
			)?.focus();
		}
	}, [ changing ] );

	const finish = () => {
		setSkippedQuestion( question );
		setChanging( false );
		onDone();
	};
	const submit = async () => {
		if ( ! form.dirty || ( await form.submit() ) ) {
			finish();
		}
	};

	if ( isFolded ) {
		return (
			<div className="keycrm-stock-fields">
				<Answer settings={ settings } orders={ orders } />
				<div>
					<ActionButton onClick={ () => setChanging( true ) }>
						{ 'none' === question
							? __( 'Change the answer', 'stock-sync-for-keycrm' )
							: __( 'Answer now', 'stock-sync-for-keycrm' ) }
					</ActionButton>
				</div>
			</div>
		);
	}
	return (
		<form
			ref={ formElement }
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				if ( ! form.saving && 'auto' !== hold.mode ) {
					void submit();
				}
			} }
		>
			<div className="keycrm-stock-fields">
				{ 'which_channel' === question && (
					<p className="keycrm-stock-result is-warn">
						<Icon name="warning" /> { orders.question_text }
					</p>
				) }
				<ExplainedChoice
					legend={ __(
						'How do they get into KeyCRM?',
						'stock-sync-for-keycrm'
					) }
					selected={ hold.mode }
					options={ settings.order_answers }
					onChange={ ( mode ) =>
						form.change( { hold_orders: { ...hold, mode } } )
					}
				/>
				{ 'auto' !== hold.mode && (
					<OpenOrderFields
						settings={ settings }
						orders={ orders }
						form={ form }
					/>
				) }
				<ErrorNotice
					error={ form.error }
					what={ __( 'Nothing was saved.', 'stock-sync-for-keycrm' ) }
				/>
				<div className="keycrm-stock-row">
					<ActionButton
						submits
						variant="primary"
						busy={ form.saving }
						disabled={ 'auto' === hold.mode }
					>
						{ __( 'Save and go on', 'stock-sync-for-keycrm' ) }
					</ActionButton>
					<ActionButton
						disabled={ form.saving }
						onClick={ () => {
							form.change( {
								hold_orders: settings.hold_orders,
							} );
							finish();
						} }
					>
						{ 'none' === question
							? __( 'Keep the answer', 'stock-sync-for-keycrm' )
							: __( 'Decide later', 'stock-sync-for-keycrm' ) }
					</ActionButton>
				</div>
				{ 'how' === question && (
					<p className="keycrm-stock-quiet">
						{ orders.question_text }
					</p>
				) }
			</div>
		</form>
	);
}
