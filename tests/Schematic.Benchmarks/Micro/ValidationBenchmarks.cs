using System.ComponentModel.DataAnnotations;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;
using Schematic.Api.Http.Binding;
using Schematic.Benchmarks.Invented;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Flags;

// The validation of types outside requests is experimental; here it is only measured.
#pragma warning disable ASP0029

namespace Schematic.Benchmarks.Micro;

/// <summary>ADR 0011: our validator against the framework's, on a small body and on one with 300 conditions.</summary>
[MemoryDiagnoser]
public class ValidationBenchmarks
{
    private readonly ValidatedUpsert _company = new(
        ContractReader.Read<UpsertCompanyRequestBody>(InventedCompany.At(1, DateTimeOffset.UnixEpoch).ToUpsertBody())
    );

    private readonly ValidatedRules _rules = new(
        new UpdateFlagRulesRequestBody { Rules = [.. Enumerable.Range(0, 100).Select(static i => Rule(i))] }
    );

    private readonly ValidationOptions _options = new ServiceCollection()
        .AddValidation()
        .BuildServiceProvider()
        .GetRequiredService<IOptions<ValidationOptions>>()
        .Value;

    [Benchmark]
    public void Company() => ContractValidator.Validate(_company.Body);

    [Benchmark]
    public Task CompanyByTheFramework() => ValidateAsync(_company);

    [Benchmark]
    public void ThreeHundredConditions() => ContractValidator.Validate(_rules.Body);

    [Benchmark]
    public Task ThreeHundredConditionsByTheFramework() => ValidateAsync(_rules);

    private async Task ValidateAsync(object holder)
    {
        if (!_options.TryGetValidatableTypeInfo(holder.GetType(), out var info))
            throw new BenchmarkException($"The framework does not know how to validate {holder.GetType().Name}.");
        var context = new ValidateContext
        {
            ValidationOptions = _options,
            ValidationContext = new ValidationContext(holder),
        };
        await info.ValidateAsync(holder, context, CancellationToken.None);
        if (context.ValidationErrors is { Count: > 0 } errors)
            throw new BenchmarkException($"A valid body is refused: {errors.First().Key}");
    }

    private static CreateOrUpdateRuleRequestBody Rule(int number) =>
        new()
        {
            Name = "Rule",
            Priority = number,
            Value = true,
            ConditionGroups = [],
            Conditions =
            [
                .. Enumerable
                    .Range(0, 3)
                    .Select(static _ => new CreateOrUpdateConditionRequestBody
                    {
                        ConditionType = ConditionType.Company,
                        Operator = ComparableOperator.Eq,
                        ResourceIds = ["comp_1", "comp_2"],
                    }),
            ],
        };
}

/// <summary>The framework validates types of this assembly, and what they lead to.</summary>
[ValidatableType]
public sealed record ValidatedUpsert(UpsertCompanyRequestBody Body);

/// <inheritdoc cref="ValidatedUpsert"/>
[ValidatableType]
public sealed record ValidatedRules(UpdateFlagRulesRequestBody Body);
