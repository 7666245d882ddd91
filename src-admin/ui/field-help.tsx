import { Icon } from './icon';

interface Props {
	help?: string | undefined;
	error?: string | undefined;
}

/** The error and the explanation below a field. */
export const FieldHelp = ( { help, error }: Props ) => (
	<>
		{ error && (
			<span className="keycrm-stock-field-error">
				<Icon name="warning" /> { error }
			</span>
		) }
		{ help && <span className="keycrm-stock-field-help">{ help }</span> }
	</>
);
