using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Schematic.Api.Entities;
using Schematic.Benchmarks.Invented;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;

namespace Schematic.Benchmarks.Micro;

/// <summary>What a page of 50 companies costs after it was read.</summary>
[MemoryDiagnoser]
public class PageMappingBenchmarks
{
    private readonly List<EntityDetail> _page = [.. Enumerable.Range(0, 50).Select(Detail)];

    [Benchmark(Baseline = true)]
    public object Map() => Contracts();

    [Benchmark]
    public byte[] MapAndWrite() => JsonSerializer.SerializeToUtf8Bytes(Contracts(), WireJson.Strict);

    private List<CompanyDetailResponseData> Contracts() =>
        [.. _page.Select(static company => company.ToCompanyContract("env_1"))];

    private static EntityDetail Detail(int number)
    {
        var now = DateTimeOffset.UnixEpoch;
        var company = InventedCompany.At(number, now);
        var detail = new EntityDetail
        {
            Id = $"comp_{number:d26}",
            Name = company.Name,
            LastSeenAt = now,
            CreatedAt = now,
            UpdatedAt = now,
        };
        foreach (var (name, value) in ((string, string)[])[("crm_id", company.CrmId), ("domain", company.Domain)])
            detail.Keys[name] = new KeyDetail(
                new EntityKeyDefinitionRow
                {
                    Seq = detail.Keys.Count,
                    Id = "kydf_1",
                    Key = name,
                },
                value,
                now,
                now
            );
        foreach (var trait in company.Traits)
        {
            var hierarchy = TraitPath.ToText([trait.Name]);
            var definition = new EntityTraitDefinitionRow
            {
                Seq = detail.Traits.Count,
                Id = "trdf_1",
                DisplayName = trait.Name,
                Hierarchy = hierarchy,
                TraitType = trait.TraitType,
                EntityType = EntityType.Company,
            };
            detail.Traits[hierarchy] = new TraitDetail(definition, trait.Value, now, now);
        }

        return detail;
    }
}
