using Schematic.Contracts.Environments;

namespace Schematic.Api.Environments;

internal static class EnvironmentMapping
{
    public static EnvironmentResponseData ToContract(this EnvironmentRow row) =>
        new()
        {
            Id = row.Id,
            Name = row.Name,
            EnvironmentType = row.EnvironmentType,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };

    /// <summary>For an environment just created, which has no keys yet.</summary>
    public static EnvironmentDetailResponseData ToDetailContract(this EnvironmentRow row) =>
        new()
        {
            Id = row.Id,
            Name = row.Name,
            EnvironmentType = row.EnvironmentType,
            ApiKeys = [],
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };
}
