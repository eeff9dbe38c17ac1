namespace Schematic.Api.Sessions;

/// <summary>Where a session was begun, as far as the console said.</summary>
internal sealed record SessionOrigin(string? Address, string? UserAgent);
