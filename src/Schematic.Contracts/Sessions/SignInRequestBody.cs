using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Sessions;

/// <summary>Credentials of a member who signs in.</summary>
public sealed record SignInRequestBody
{
    /// <summary>Address of the member, 1 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 1)]
    public required string Email { get; init; }

    /// <summary>Password of the member, 1 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 1)]
    public required string Password { get; init; }
}
