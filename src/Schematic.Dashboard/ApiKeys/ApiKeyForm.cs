using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.ApiKeys;

namespace Schematic.Dashboard.ApiKeys;

/// <summary>
/// Fields of an API key. Members are named as on the wire, so that a refusal finds its field.
/// </summary>
public sealed class ApiKeyForm
{
    [Required(ErrorMessage = "Name the key after the application that will use it.")]
    [StringLength(256, ErrorMessage = "Use at most 256 characters.")]
    public string Name { get; set; } = "";

    [StringLength(256, ErrorMessage = "Use at most 256 characters.")]
    public string Description { get; set; } = "";

    /// <summary>Empty for a key of all environments.</summary>
    public string EnvironmentId { get; set; } = "";

    public bool Readonly { get; set; }

    /// <summary>
    /// Scopes of a key that may write; a read-only key has <c>read</c> whatever is chosen here.
    /// </summary>
    [MinLength(1, ErrorMessage = "Choose at least one scope.")]
    public HashSet<ApiKeyScope> Scopes { get; } = [ApiKeyScope.Read, ApiKeyScope.Write, ApiKeyScope.Capture];

    /// <summary>Null for the whole limit.</summary>
    [Range(0, 99, ErrorMessage = "Enter a whole number from 0 to 99, or nothing for the whole limit.")]
    public long? RateLimitPercent { get; set; }

    public static ApiKeyForm FromContract(ApiKeyResponseData key) =>
        new()
        {
            Name = key.Name,
            Description = key.Description ?? "",
            EnvironmentId = key.EnvironmentId ?? "",
            RateLimitPercent = key.RateLimitPercent,
        };

    /// <summary>Whether the key will have this scope.</summary>
    public bool Has(ApiKeyScope scope) => Readonly ? scope is ApiKeyScope.Read : Scopes.Contains(scope);

    public void Choose(ApiKeyScope scope, bool isChosen)
    {
        if (isChosen)
            Scopes.Add(scope);
        else
            Scopes.Remove(scope);
    }

    public CreateApiKeyRequestBody ToCreate() =>
        new()
        {
            Name = Name.Trim(),
            Description = NullIfBlank(Description),
            EnvironmentId = NullIfBlank(EnvironmentId),
            Readonly = Readonly,
            Scopes = [.. ApiKeyScopes.All.Where(Has)],
            RateLimitPercent = RateLimitPercent,
        };

    public UpdateApiKeyRequestBody ToUpdate() =>
        new()
        {
            Name = Name.Trim(),
            Description = new(NullIfBlank(Description)),
            RateLimitPercent = new(RateLimitPercent),
        };

    private static string? NullIfBlank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
