using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Sessions;

/// <summary>A member's new password, with the old one as proof of who asks.</summary>
public sealed record ChangePasswordRequestBody
{
    /// <summary>Present password, 1 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 1)]
    public required string CurrentPassword { get; init; }

    /// <summary>New password, 12 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 12)]
    public required string NewPassword { get; init; }
}
