using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Members;

/// <summary>A person to invite. An addition to the published API.</summary>
public sealed record CreateInvitationRequestBody
{
    /// <summary>Email address of the person, at most 254 characters.</summary>
    [EmailAddress]
    [StringLength(254, MinimumLength = 3)]
    public required string Email { get; init; }

    /// <summary>Rights by scope, <c>account</c> or the id of an environment; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<AccountMemberPermission>>? Permissions { get; init; }

    /// <summary>Role that the person will have.</summary>
    public required AccountMemberRole Role { get; init; }
}
