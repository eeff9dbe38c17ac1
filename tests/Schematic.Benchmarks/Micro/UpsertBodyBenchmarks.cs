using BenchmarkDotNet.Attributes;
using Schematic.Api.Companies;
using Schematic.Api.Http.Binding;
using Schematic.Benchmarks.Invented;
using Schematic.Contracts.Companies;

namespace Schematic.Benchmarks.Micro;

/// <summary>What an upsert costs before it reaches the database.</summary>
[MemoryDiagnoser]
public class UpsertBodyBenchmarks
{
    private readonly byte[] _body = InventedCompany.At(1, DateTimeOffset.UnixEpoch).ToUpsertBody();

    [Benchmark(Baseline = true)]
    public int Scan() => JsonScan.Members(_body).Count;

    [Benchmark]
    public object Read() => ContractReader.Read<UpsertCompanyRequestBody>(_body);

    [Benchmark]
    public object ReadAndUnderstand() => ContractReader.Read<UpsertCompanyRequestBody>(_body).FromContract();
}
