using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Treatment of companies when a draft is published, and billing details of a custom plan.</summary>
public sealed record PublishPlanVersionRequestBody
{
    /// <summary>Moment at which a custom plan gives access; null for other plans.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CustomPlanActivationStrategy? ActivationStrategy { get; init; }

    /// <summary>Address for invoices of a custom plan; left out, it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CustomerBillingAddress? Address { get; init; }

    /// <summary>Id of a coupon at the billing provider, at most 255 characters; null for none.</summary>
    [StringLength(255)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CouponExternalId { get; init; }

    /// <summary>Answers to the questions of the checkout, at most 100; null for none.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CheckoutFieldValue>? CustomFieldValues { get; init; }

    /// <summary>Address to which invoices of a custom plan go, at most 255 characters; null keeps it.</summary>
    [StringLength(255)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CustomerEmail { get; init; }

    /// <summary>Days that the company has to pay an invoice, 0 to 365; null for the default.</summary>
    [Range(0, 365)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? DaysUntilDue { get; init; }

    /// <summary>Companies that stay on their versions all the same, <c>comp_…</c>, at most 1,000.</summary>
    [MaxLength(1000)]
    public required IReadOnlyList<string> ExcludedCompanyIds { get; init; }

    /// <summary>Treatment of companies on earlier versions.</summary>
    public required PlanVersionMigrationStrategy MigrationStrategy { get; init; }

    /// <summary>Telephone number for invoices of a custom plan, at most 255 characters; null keeps it.</summary>
    [StringLength(255)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Phone { get; init; }

    /// <summary>Billing of the rest of the period; null for the default of the provider.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MigrationProrationBehavior? ProrationBehavior { get; init; }

    /// <summary>True refuses to publish if a company would be moved to the new version.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? RequireNoMigration { get; init; }

    /// <summary>True lets the provider send the invoice of a custom plan to the company; true if null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SendInvoice { get; init; }

    /// <summary>Tax id for invoices of a custom plan; left out, it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TaxIDInput? TaxId { get; init; }
}
