using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Environments;

namespace Schematic.Dashboard.Environments;

/// <summary>
/// Fields of an environment. Members are named as on the wire, so that a refusal finds its field.
/// </summary>
public sealed class EnvironmentForm
{
    [Required(ErrorMessage = "Name the environment.")]
    [StringLength(256, ErrorMessage = "Use at most 256 characters.")]
    public string Name { get; set; } = "";

    public EnvironmentType EnvironmentType { get; set; } = EnvironmentType.Development;

    public static EnvironmentForm FromContract(EnvironmentResponseData environment) =>
        new() { Name = environment.Name, EnvironmentType = environment.EnvironmentType };

    public CreateEnvironmentRequestBody ToCreate() => new() { Name = Name.Trim(), EnvironmentType = EnvironmentType };

    public UpdateEnvironmentRequestBody ToUpdate() => new() { Name = Name.Trim(), EnvironmentType = EnvironmentType };
}
