<?php
/**
 * The saved settings are there, and are no settings.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * This happens when a database is moved with "search and replace". The defaults would sell other warehouses and
 * reserves, and the next save would store them. So the plugin does nothing until a person has decided.
 */
final class SettingsDamaged extends \RuntimeException {}
