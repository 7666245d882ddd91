import { useId } from '@wordpress/element';

interface Option< T extends string > {
	value: T;
	label: string;
	/** Explains the option. */
	about: string;
}

interface Props< T extends string > {
	legend: string;
	selected: T;
	options: readonly Option< T >[];
	onChange: ( value: T ) => void;
}

/** Radio buttons, each with an explanation that screen readers get as its description. */
export function ExplainedChoice< T extends string >( {
	legend,
	selected,
	options,
	onChange,
}: Props< T > ) {
	const id = useId();
	return (
		<fieldset className="keycrm-stock-fieldset">
			<legend>{ legend }</legend>
			{ options.map( ( { value, label, about } ) => (
				<div key={ value } className="keycrm-stock-option">
					<input
						type="radio"
						id={ id + value }
						name={ id }
						value={ value }
						checked={ selected === value }
						aria-describedby={ `${ id }${ value }-about` }
						onChange={ () => onChange( value ) }
					/>
					<label htmlFor={ id + value }>{ label }</label>
					<p
						id={ `${ id }${ value }-about` }
						className="keycrm-stock-quiet"
					>
						{ about }
					</p>
				</div>
			) ) }
		</fieldset>
	);
}
