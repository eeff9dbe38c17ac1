namespace Schematic.Api.Persistence;

/// <summary>The database does not answer, and is not waited for; nothing was stored.</summary>
internal sealed class LostDatabaseException(Exception? inner = null)
    : Exception("The database does not answer.", inner);
