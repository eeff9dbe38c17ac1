namespace Schematic.Api.Sessions;

/// <summary>Browser with which a session was begun, as far as the console said.</summary>
internal sealed record SessionOrigin(string? Address, string? UserAgent);
