namespace Schematic.Api.Persistence;

/// <summary>
/// The server cannot start on this database. The message is a sentence for the operator that says what to do.
/// </summary>
internal sealed class UnusableDatabaseException(string message, Exception? inner = null) : Exception(message, inner);
